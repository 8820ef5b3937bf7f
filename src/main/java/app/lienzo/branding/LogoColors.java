package app.lienzo.branding;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// The colours that a logo is made of, the most frequent one first: no greys, no two that look the same.
final class LogoColors {
    private static final int COLORS_MAX = 4;
    private static final int SAMPLES = 160;
    private static final int OPAQUE = 200;
    private static final double COLORFUL = 0.05;
    private static final double APART = 0.09;

    /// Less of the picture is an edge or a speck.
    private static final double SHARE_MIN = 0.01;

    private static final class Heap {
        private long red;
        private long green;
        private long blue;
        private int count;

        private void add(int pixel) {
            red += (pixel >> 16) & 0xFF;
            green += (pixel >> 8) & 0xFF;
            blue += pixel & 0xFF;
            count++;
        }

        private Rgb middle() {
            return new Rgb((int) (red / count), (int) (green / count), (int) (blue / count));
        }
    }

    private LogoColors() {}

    /// @param png as kept
    static List<String> of(byte[] png) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(png));
            return picture == null ? List.of() : chosen(heaps(picture));
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Map<Integer, Heap> heaps(BufferedImage picture) {
        var heaps = new HashMap<Integer, Heap>();
        int across = Math.max(1, picture.getWidth() / SAMPLES);
        int down = Math.max(1, picture.getHeight() / SAMPLES);
        for (int y = 0; y < picture.getHeight(); y += down) {
            for (int x = 0; x < picture.getWidth(); x += across) {
                int pixel = picture.getRGB(x, y);
                if (pixel >>> 24 < OPAQUE) continue;
                // Four bits a channel: shades of the same paint fall together.
                int heap = (pixel >> 20 & 0xF) << 8 | (pixel >> 12 & 0xF) << 4 | (pixel >> 4 & 0xF);
                heaps.computeIfAbsent(heap, _ -> new Heap()).add(pixel);
            }
        }
        return heaps;
    }

    private static List<String> chosen(Map<Integer, Heap> heaps) {
        int all = heaps.values().stream().mapToInt(heap -> heap.count).sum();
        var seen = new ArrayList<Oklab>();
        var found = new ArrayList<String>();
        heaps.values().stream()
                .filter(heap -> heap.count >= SHARE_MIN * all)
                .sorted((one, other) -> Integer.compare(other.count, one.count))
                .map(Heap::middle)
                .forEach(color -> {
                    var eye = Oklab.of(color);
                    if (found.size() == COLORS_MAX || Math.hypot(eye.a(), eye.b()) < COLORFUL) return;
                    if (seen.stream().anyMatch(other -> distance(eye, other) < APART)) return;
                    seen.add(eye);
                    found.add(color.hex());
                });
        return found;
    }

    private static double distance(Oklab one, Oklab other) {
        return Math.hypot(one.lightness() - other.lightness(), Math.hypot(one.a() - other.a(), one.b() - other.b()));
    }
}
