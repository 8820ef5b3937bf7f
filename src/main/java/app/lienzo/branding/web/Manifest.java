package app.lienzo.branding.web;

import app.lienzo.branding.BrandView;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Stream;

/// A web app manifest (W3C), so that the console can be put on a phone's home screen under the brand.
@RegisterForReflection
record Manifest(
        String name,
        @JsonProperty("short_name") String shortName,
        @JsonProperty("start_url") String startUrl,
        String scope,
        String display,
        @JsonProperty("theme_color") String themeColor,
        @JsonProperty("background_color") String backgroundColor,
        List<Icon> icons) {
    private static final int SHORT_NAME_MAX = 12;

    record Icon(String src, String sizes, String type) {}

    static Manifest of(BrandView brand) {
        return new Manifest(
                brand.name(),
                shorten(brand.name()),
                "/",
                "/",
                "standalone",
                brand.color(),
                "#ffffff",
                icons(brand.hash()));
    }

    private static List<Icon> icons(String hash) {
        return Stream.of(192, 512)
                .map(side -> new Icon("/brand/" + hash + "/icon-" + side + ".png", side + "x" + side, "image/png"))
                .toList();
    }

    private static String shorten(String name) {
        return name.length() <= SHORT_NAME_MAX ? name : name.split(" ", 2)[0];
    }
}
