package app.lienzo.contacts;

/// What a merge would make of two files.
///
/// @param result what the kept one's file holds afterwards
/// @param things how many conversations, tickets and the like go over to him
public record MergePreview(ContactFile kept, ContactFile duplicate, ContactDetails result, int things) {}
