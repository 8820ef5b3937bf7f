package app.lienzo.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.TimeZone;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A telephone number in its international form (E.164).
public final class PhoneNumber {
    private static final int TYPED_MAX = 40;
    private static final String NOWHERE = "ZZ";
    private static final Map<String, String> COUNTRIES = Map.of("es", "ES", "en", "US", "pt", "BR");

    private PhoneNumber() {}

    /// @param language helps where a number names no country and the time zone neither
    /// @return null for none
    /// @throws Refused `phone-invalid`
    public static @Nullable String read(@Nullable String typed, @Nullable String language, @Nullable String timeZone) {
        return parsed(typed, country(language, timeZone));
    }

    /// @param country ISO 3166 code, for a number that names none
    /// @return null for none
    /// @throws Refused `phone-invalid`
    public static @Nullable String of(@Nullable String typed, String country) {
        return parsed(typed, country.isEmpty() ? NOWHERE : country);
    }

    private static @Nullable String parsed(@Nullable String typed, String region) {
        var text = typed == null ? "" : Normalizer2.getNFKCInstance().normalize(typed.strip());
        if (text.isEmpty()) return null;
        if (text.length() > TYPED_MAX) throw Refused.invalid("phone-invalid");
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(text, region);
            if (!numbers.isPossibleNumber(number)) throw Refused.invalid("phone-invalid");
            return numbers.format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException _) {
            throw Refused.invalid("phone-invalid");
        }
    }

    private static String country(@Nullable String language, @Nullable String timeZone) {
        var region = region(timeZone);
        if (region.length() == 2) return region;
        return language == null ? NOWHERE : COUNTRIES.getOrDefault(language, NOWHERE);
    }

    /// Empty, or three digits, for what is no country's.
    private static String region(@Nullable String timeZone) {
        if (timeZone == null || timeZone.isBlank()) return "";
        try {
            return TimeZone.getRegion(timeZone.strip());
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
