package app.lienzo.fields;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Limits of custom fields.
@ConfigMapping(prefix = "lienzo.fields")
interface FieldConfig {
    /// Fields of one subject in one space.
    @WithDefault("60")
    int fieldsMax();
}
