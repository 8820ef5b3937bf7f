package app.lienzo.partners;

/// Where the programme's pages are.
public final class PartnerPaths {
    public static final String PROGRAMME = "/partners";
    public static final String APPLY = "/partners/apply";
    public static final String THANKS = "/partners/thanks";
    public static final String CONFIRM = "/partners/confirm";
    public static final String APPLICATION = "/partners/application";
    public static final String CHALLENGE = "/partners/challenge";
    public static final String OPERATOR = "/operator/applications";

    private PartnerPaths() {}
}
