/// A space's own site for its customers, so far its front page: who it is, and the ways to get help. Nouns:
/// portal, front page. Declares the port [PortalChat]; fires and hears no events. Surprise: nobody signs in here
/// yet, and nothing on the page says that one could.
@NullMarked
package app.lienzo.portal;

import org.jspecify.annotations.NullMarked;
