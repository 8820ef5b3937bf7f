package app.lienzo.files;

import java.util.Set;
import org.apache.tika.Tika;

/// What bytes are, whatever they are called, and which kinds are not let in.
final class MediaTypes {
    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";
    static final String WEBP = "image/webp";
    static final String GIF = "image/gif";

    private static final Set<String> PICTURES = Set.of(PNG, JPEG, WEBP, GIF);

    /// Programs and scripts that Tika tells by their content.
    private static final Set<String> PROGRAMS = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-msdos-program",
            "application/x-ms-installer",
            "application/x-ms-shortcut",
            "application/x-mswinurl",
            "application/x-elf",
            "application/x-executable",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-universal",
            "application/x-mach-binary",
            "application/java-vm",
            "application/java-archive",
            "application/wasm",
            "application/x-sh",
            "application/x-bat",
            "application/x-shockwave-flash",
            "application/x-chrome-package",
            "application/vnd.android.package-archive",
            "application/javascript",
            "text/javascript",
            "text/vbscript",
            "text/x-python",
            "text/x-perl",
            "text/x-php",
            "text/x-ruby");

    /// Names a double click would run: scripts are plain text and only their name tells.
    private static final Set<String> RUNNABLE = Set.of(
            ("ade adp apk app appimage appref-ms bash bat bin chm class cmd com command cpl crx csh deb desktop dex dll dmg"
                            + " ear elf exe fish gadget hta inf ins iso isp jar js jse ksh lnk mjs msc msh msi msix msp mst"
                            + " ocx out pif pkg pl php phar ps1 psd1 psm1 py pyc pyw rb reg rpm run scf scr sct sh so swf"
                            + " sys url vb vbe vbs vhd vhdx vxd war wasm workflow ws wsc wsf wsh xbap xll zsh")
                    .split(" "));

    private static final Tika TIKA = new Tika();

    private MediaTypes() {}

    /// By content alone: the name is never asked.
    static String detect(byte[] content) {
        return TIKA.detect(content);
    }

    static boolean isPicture(String mediaType) {
        return PICTURES.contains(mediaType);
    }

    static boolean runs(String mediaType, String cleanName) {
        return PROGRAMS.contains(mediaType) || RUNNABLE.contains(FileName.extension(cleanName));
    }
}
