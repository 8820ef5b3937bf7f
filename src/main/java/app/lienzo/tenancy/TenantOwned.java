package app.lienzo.tenancy;

import app.lienzo.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/// What an organization owns. In the database the primary key is `(tenant_id, id)`; Hibernate adds the
/// tenant by itself.
@MappedSuperclass
public abstract class TenantOwned {
    @Id
    public UUID id = Ids.next();

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    String tenant;

    @Version
    public int version;
}
