package app.lienzo.plans;

/// How a customer may ask for help.
public enum Way {
    DOCUMENTATION,
    FORUM,
    PORTAL,
    EMAIL,
    WHATSAPP,
    TELEPHONE
}
