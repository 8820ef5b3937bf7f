package app.lienzo.identity;

import app.lienzo.kernel.Refused;

/// Who may act on whom (BY-6): one's own account always, others' with the permission to manage people and
/// never above one's own level.
final class Levels {
    private Levels() {}

    /// @throws Refused not found without the permission, so that ids tell nothing; `level-above` for whoever
    ///     stands higher
    static void requireReach(SignedIn by, Member member) {
        if (by.member().equals(member.id)) return;
        if (!by.may(Permission.MEMBERS_MANAGE)) throw Refused.notFound();
        if (!by.role().reaches(member.role)) throw Refused.forbidden("level-above");
    }

    /// Acting on an account in a way nobody does to his own.
    ///
    /// @throws Refused `member-self`
    static void requireOther(SignedIn by, Member member) {
        if (by.member().equals(member.id)) throw Refused.conflict("member-self");
        requireReach(by, member);
    }
}
