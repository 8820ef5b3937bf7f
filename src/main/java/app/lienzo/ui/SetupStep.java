package app.lienzo.ui;

import java.util.function.Supplier;

/// Port: something a new organization does once to be ready. Each feature contributes its own; the
/// check list has the words for it and shows them in the order of their topics.
public interface SetupStep {
    /// What there is to do, in the order in which it is best done.
    enum Topic {
        SETTINGS("building"),
        WHITE_LABEL("tag"),
        APPEARANCE("palette"),
        DOMAIN("world"),
        TEAM("users"),
        SPACES("layout-grid"),
        OPT_OUT("mail-off"),
        SECOND_FACTOR("shield-lock"),
        SENDER("mail-check");

        private final String icon;

        Topic(String icon) {
            this.icon = icon;
        }

        /// Name of its picture in the icon font, without `ti-`.
        public String icon() {
            return icon;
        }

        /// Whether it is one of the six steps of the guided set-up (BY-10); what is not is recommended beside them.
        public boolean guided() {
            return compareTo(SPACES) <= 0;
        }
    }

    /// How far somebody got.
    enum Progress {
        OPEN,
        /// Begun, and it is somebody else's turn: DNS, a certificate authority, an invited person.
        WAITING,
        DONE;

        /// For what nobody else has a turn in.
        public static Progress of(boolean done) {
            return done ? DONE : OPEN;
        }
    }

    Topic topic();

    /// Where it is done.
    String path();

    /// Asked each time the list is shown; at most a query or two.
    Progress progress();

    static SetupStep of(Topic topic, String path, Supplier<Progress> progress) {
        return new SetupStep() {
            @Override
            public Topic topic() {
                return topic;
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public Progress progress() {
                return progress.get();
            }
        };
    }
}
