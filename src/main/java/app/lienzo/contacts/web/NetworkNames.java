package app.lienzo.contacts.web;

import io.quarkus.qute.TemplateExtension;

/// What social networks call themselves, in every language.
@TemplateExtension(namespace = "social")
public final class NetworkNames {
    private NetworkNames() {}

    public static String name(String network) {
        return switch (network) {
            case "whatsapp" -> "WhatsApp";
            case "telegram" -> "Telegram";
            case "instagram" -> "Instagram";
            case "facebook" -> "Facebook";
            case "linkedin" -> "LinkedIn";
            case "x" -> "X";
            default -> network;
        };
    }
}
