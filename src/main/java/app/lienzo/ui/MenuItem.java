package app.lienzo.ui;

import java.util.Locale;

/// Port: an entry of a menu. Each feature contributes its own.
public interface MenuItem {
    /// Where entries stand.
    enum Place {
        /// The rail at the edge: where people work.
        RAIL,
        /// The foot of the rail: what is set up now and then.
        RAIL_FOOT,
        /// The tabs of one's own profile.
        PROFILE,
        /// The left navigation of the organization's settings: the house and its look.
        ORGANIZATION,
        /// … its people.
        ORGANIZATION_PEOPLE,
        /// … its business.
        ORGANIZATION_BUSINESS;

        /// Whether it is a part of the organization's settings.
        public boolean inOrganization() {
            return this == ORGANIZATION || this == ORGANIZATION_PEOPLE || this == ORGANIZATION_BUSINESS;
        }
    }

    /// Where it leads; also tells which entry is the current one.
    String path();

    /// Name of its picture in the icon font, without `ti-`.
    String icon();

    String label(Locale language);

    /// Smaller stands higher.
    int position();

    /// Whether the person at hand gets to see it; the same table decides as for the page behind it.
    boolean visible();

    default Place place() {
        return Place.RAIL;
    }

    /// The letter that leads there after `G`, anywhere outside of fields; empty for none.
    default String key() {
        return "";
    }

    /// How many things behind it wait for the person at hand; shown beside entries of the organization's settings.
    default int open() {
        return 0;
    }
}
