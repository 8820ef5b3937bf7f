/// The operator's campaigns, and the page on which somebody says that he wants no such mails.
@NullMarked
package app.lienzo.marketing.web;

import org.jspecify.annotations.NullMarked;
