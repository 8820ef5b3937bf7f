package app.lienzo.identity;

/// What a member can be told of by his browser while the console is open and he looks elsewhere.
public enum Notice {
    /// A new conversation waits in one of his spaces.
    NEW_CONVERSATION,
    /// A conversation was handed to him.
    HANDED_TO_ME,
    /// The customer wrote again in one that he holds.
    REPLY_IN_MINE
}
