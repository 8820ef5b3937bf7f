package app.lienzo.fields;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The door to custom fields (FD-2): which there are, and whether what was typed into them will do.
@ApplicationScoped
public class FieldService {
    /// What the names of their inputs begin with.
    public static final String INPUT = "field.";

    private final Fields fields;
    private final KnownFields known;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final Clock clock;
    private final FieldConfig config;

    FieldService(
            Fields fields, KnownFields known, SpaceService spaces, AuditTrail audit, Clock clock, FieldConfig config) {
        this.fields = fields;
        this.known = known;
        this.spaces = spaces;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// Those of a space in their order, from memory.
    public List<FieldView> of(UUID space, FieldSubject subject) {
        return known.of(space, subject);
    }

    /// What stands in an untouched form.
    public Map<String, Object> defaults(UUID space, FieldSubject subject) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : of(space, subject)) {
            var usual = field.defaultValue();
            if (usual != null) read(field, usual).ifPresent(value -> values.put(field.key(), value));
        }
        return values;
    }

    /// What is to be stored of what was typed. Keys that no field has are left out.
    ///
    /// @param typed by key; empty for a value that is taken away
    /// @param creating whether defaults count for keys that are not there, and what is required has to be there;
    ///     when not, keys that are not there are left out, for the owner's values to stay ([#changed] does both)
    /// @throws Refused `field-required`, `field-invalid`; their details are the label and the key
    public Map<String, Object> checked(UUID space, FieldSubject subject, Map<String, String> typed, boolean creating) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : of(space, subject)) {
            var said = typed.get(field.key());
            if (said == null && !creating) continue;
            var text = said == null ? field.defaultValue() : said;
            var value = text == null || text.isBlank() ? Optional.<Object>empty() : Optional.of(require(field, text));
            if (field.required() && (value.isEmpty() || value.get().equals(false))) {
                throw Refused.invalid("field-required", field.label(), field.key());
            }
            value.ifPresent(stored -> values.put(field.key(), stored));
        }
        return values;
    }

    /// What an owner's values are after some of them were typed anew: the others stay, those of fields that are gone
    /// too.
    ///
    /// @throws Refused as [#checked]
    public Map<String, Object> changed(
            UUID space, FieldSubject subject, Map<String, Object> before, Map<String, String> typed) {
        var anew = new LinkedHashMap<>(typed);
        // A program takes a value away with null.
        anew.replaceAll((_, text) -> Objects.requireNonNullElse(text, ""));
        // A choice that is not offered any more stays as long as nobody makes another.
        anew.entrySet()
                .removeIf(entry -> !entry.getValue().isEmpty()
                        && FieldTexts.text(before.get(entry.getKey())).equals(entry.getValue()));
        var values = new LinkedHashMap<>(before);
        values.keySet().removeIf(key -> anew.containsKey(key) && has(space, subject, key));
        values.putAll(checked(space, subject, anew, false));
        return values;
    }

    /// Those whose settings the member may change.
    public List<FieldView> list(SignedIn me, UUID space, FieldSubject subject) {
        me.require(Permission.SPACE_SETTINGS, space);
        return fields.of(space, subject);
    }

    /// @throws Refused not found
    public FieldView require(SignedIn me, UUID id) {
        var field = fields.require(id);
        me.require(Permission.SPACE_SETTINGS, field.space());
        return field;
    }

    /// @throws Refused `fields-too-many` and what [FieldDraft#checked] refuses
    @Transactional
    public FieldView create(SignedIn me, UUID space, FieldSubject subject, FieldDraft draft) {
        me.require(Permission.SPACE_SETTINGS, space);
        spaces.requireInUse(space);
        var all = fields.of(space, subject);
        if (all.size() >= config.fieldsMax()) throw Refused.conflict("fields-too-many", config.fieldsMax());
        var checked = draft.checked();
        var key = FieldKey.of(checked.label(), fields.keys(space, subject));
        var id = fields.add(
                space, subject, key, checked, all.isEmpty() ? 0 : all.getLast().position() + 1);
        return told(me, id, "field-created");
    }

    /// Its kind stays what it is: values of another kind lie there already.
    ///
    /// @throws Refused `field-changed` and what [FieldDraft#checked] refuses
    @Transactional
    public FieldView change(SignedIn me, UUID id, FieldDraft draft, int version) {
        var field = managed(me, id);
        var sameKind = new FieldDraft(
                draft.label(), field.kind(), draft.options(), draft.required(), draft.defaultValue(), draft.inPortal());
        if (!fields.change(id, sameKind.checked(), version)) throw Refused.conflict("field-changed");
        return told(me, id, "field-edited");
    }

    /// Puts a field one place up or down.
    @Transactional
    public void order(SignedIn me, UUID id, boolean up) {
        var field = managed(me, id);
        var order = new ArrayList<>(fields.of(field.space(), field.subject()));
        int place = order.indexOf(field);
        int other = up ? place - 1 : place + 1;
        if (place < 0 || other < 0 || other >= order.size()) return;
        order.add(other, order.remove(place));
        for (int i = 0; i < order.size(); i++) fields.place(order.get(i).id(), i);
        told(me, id, "field-moved");
    }

    /// Its values stay where they are, unseen, for [#restore].
    @Transactional
    public void remove(SignedIn me, UUID id) {
        managed(me, id);
        fields.remove(id, clock.instant());
        audit.record(me.actor(), "field-removed", "field", id);
        known.changed();
    }

    /// One that was taken away.
    public Optional<FieldView> removed(SignedIn me, UUID id) {
        return fields.removed(id).filter(field -> me.may(Permission.SPACE_SETTINGS, field.space()));
    }

    @Transactional
    public FieldView restore(SignedIn me, UUID id) {
        var field = removed(me, id).orElseThrow(Refused::notFound);
        spaces.requireInUse(field.space());
        fields.restore(id);
        return told(me, id, "field-restored");
    }

    private FieldView managed(SignedIn me, UUID id) {
        var field = require(me, id);
        spaces.requireInUse(field.space());
        return field;
    }

    private FieldView told(SignedIn me, UUID id, String action) {
        audit.record(me.actor(), action, "field", id);
        known.changed();
        return fields.require(id);
    }

    private boolean has(UUID space, FieldSubject subject, String key) {
        return of(space, subject).stream().anyMatch(field -> field.key().equals(key));
    }

    private static Object require(FieldView field, String text) {
        return read(field, text).orElseThrow(() -> Refused.invalid("field-invalid", field.label(), field.key()));
    }

    private static Optional<Object> read(FieldView field, String text) {
        return FieldValue.read(field.kind(), field.options(), text);
    }
}
