package app.lienzo.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a column can be. Custom fields are named by [#FIELD] and their key.
public enum Target {
    NAME(
            "name",
            true,
            true,
            "nombre",
            "nome",
            "full name",
            "nombre completo",
            "nome completo",
            "display name",
            "displayname",
            "company",
            "empresa"),
    FIRST_NAME("firstName", true, false, "first name", "given name", "givenname", "nombre de pila", "primeiro nome"),
    LAST_NAME("lastName", true, false, "last name", "surname", "apellido", "apellidos", "sobrenome"),
    EMAIL(
            "email",
            true,
            false,
            "e mail",
            "mail",
            "emails",
            "email address",
            "correo",
            "correo electronico",
            "user principal name",
            "userprincipalname"),
    OTHER_EMAIL(
            "otherEmail",
            true,
            false,
            "email 2",
            "secondary email",
            "other mails",
            "othermails",
            "otro correo",
            "outro email"),
    PHONE(
            "phone",
            true,
            false,
            "telephone",
            "telefono",
            "telefone",
            "business phones",
            "businessphones",
            "phone number",
            "work phone"),
    MOBILE("mobile", true, false, "mobile phone", "mobilephone", "cell", "movil", "celular"),
    TITLE("title", true, false, "job title", "jobtitle", "position", "cargo", "puesto"),
    COMPANY(
            "company",
            true,
            false,
            "company name",
            "companyname",
            "organization",
            "empresa",
            "cliente",
            "client",
            "site",
            "sede"),
    TAGS("tags", true, false, "labels", "etiquetas"),
    STREET(
            "street",
            true,
            false,
            "address",
            "street address",
            "streetaddress",
            "direccion",
            "calle",
            "endereco",
            "rua"),
    CITY("city", true, false, "town", "ciudad", "cidade"),
    REGION("region", true, false, "state", "province", "provincia", "estado"),
    POSTCODE("postcode", true, false, "postal code", "postalcode", "zip", "zip code", "codigo postal", "cep"),
    COUNTRY("country", true, false, "pais"),
    LANGUAGE("language", true, false, "preferred language", "preferredlanguage", "idioma", "lingua"),
    TIME_ZONE("timeZone", true, false, "time zone", "timezone", "zona horaria", "fuso horario"),
    DESCRIPTION("description", false, true, "descripcion", "descricao"),
    NOTES("notes", true, true, "note", "notas", "comments", "comentarios"),
    DOMAINS("domains", false, true, "domain", "dominio", "dominios", "website", "web"),
    SUPPORT_PLAN("supportPlan", false, true, "support plan", "plan", "plano", "plan de soporte"),
    HEALTH("health", false, true, "health score", "salud", "saude"),
    TIER("tier", false, true, "account tier", "nivel de cuenta", "nivel da conta"),
    RENEWAL("renewalOn", false, true, "renewal date", "renewal", "fecha de renovacion", "data de renovacao"),
    INDUSTRY("industry", false, true, "sector", "industria", "setor");

    /// What stands before the key of a custom field.
    public static final String FIELD = "field.";

    private final String code;
    private final boolean ofContacts;
    private final boolean ofCompanies;
    private final List<String> words;

    Target(String code, boolean ofContacts, boolean ofCompanies, String... words) {
        this.code = code;
        this.ofContacts = ofContacts;
        this.ofCompanies = ofCompanies;
        this.words = List.of(words);
    }

    /// Its name in forms and in the mapping that is kept.
    public String code() {
        return code;
    }

    public static List<Target> of(ImportKind kind) {
        return Arrays.stream(values())
                .filter(target -> kind.ofContacts() ? target.ofContacts : target.ofCompanies)
                .toList();
    }

    /// What a header seems to mean.
    ///
    /// @param header in small letters, without accents and signs
    static Optional<Target> meant(ImportKind kind, String header) {
        var all = of(kind);
        return all.stream()
                .filter(target -> target.code.equalsIgnoreCase(header.replace(" ", "")))
                .findFirst()
                .or(() -> all.stream()
                        .filter(target -> target.words.contains(header)
                                && !(kind.ofContacts() && target == NAME && COMPANY.words.contains(header)))
                        .findFirst());
    }
}
