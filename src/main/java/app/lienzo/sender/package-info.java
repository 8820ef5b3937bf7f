/// Whether mail of an organization will be believed. Nouns: sender domain, record, check.
@NullMarked
package app.lienzo.sender;

import org.jspecify.annotations.NullMarked;
