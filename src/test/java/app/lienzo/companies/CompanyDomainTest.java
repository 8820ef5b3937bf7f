package app.lienzo.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Refused;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyDomainTest {
    @Test
    @DisplayName("FD-5: domains are read as people paste them, in the form they are compared in, and none twice")
    void domains_are_read_as_people_paste_them() {
        assertThat(CompanyDomain.read(List.of(
                        " ACME.com ",
                        "https://www.acme.com/contact?x=1",
                        "@ventas.acme.com",
                        "ana@acme.es",
                        "Faß.de",
                        "",
                        " ")))
                .containsExactly("acme.com", "ventas.acme.com", "acme.es", "xn--fa-hia.de");
    }

    @ParameterizedTest
    @CsvSource({
        "co.uk, company-domain-ending",
        "com, company-domain-invalid",
        "com.br, company-domain-ending",
        "gmail.com, company-domain-free",
        "correo.hotmail.es, company-domain-free",
        "localhost, company-domain-invalid",
        "127.0.0.1, company-domain-invalid",
        "acme..com, company-domain-invalid",
        "a b.com, company-domain-invalid",
        "<script>, company-domain-invalid"
    })
    @DisplayName("FD-5: what many share is nobody's: endings, providers of free mail, what is no domain at all")
    void what_many_share_is_nobodys(String typed, String code) {
        assertThatThrownBy(() -> CompanyDomain.read(List.of(typed)))
                .isInstanceOf(Refused.class)
                .hasMessage(code);
    }

    @Test
    @DisplayName("SO-4: an address below a claimed domain belongs to it; what is above an ending belongs to nobody")
    void parents_are_those_that_can_be_owned() {
        assertThat(CompanyDomain.withParents("mail.ventas.acme.co.uk"))
                .containsExactly("mail.ventas.acme.co.uk", "ventas.acme.co.uk", "acme.co.uk");
        assertThat(CompanyDomain.withParents("co.uk")).isEmpty();
        assertThat(CompanyDomain.withParents("")).isEmpty();
    }
}
