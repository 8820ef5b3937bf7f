/// What an Owner says of the organization as a whole: name, language, words for customers, time zone. Nouns:
/// description. Fires [OrganizationMoved][app.lienzo.general.OrganizationMoved]; hears no events. Surprise: the rows
/// belong to the platform; [app.lienzo.tenancy.OwnDescription] lets an
/// organization change this much of its own.
@NullMarked
package app.lienzo.general;

import org.jspecify.annotations.NullMarked;
