package app.lienzo.sla;

import app.lienzo.clocks.Terms;
import app.lienzo.clocks.TimeTable;
import java.util.Optional;

/// What is promised to whom at this moment, and how to count it.
interface Promises extends TimeTable {
    /// What the terms of a ticket's clocks follow from.
    Basis basis(Facts ticket);

    PolicySettings settings(Basis basis);

    /// What a clock is held to; nothing where nothing is promised.
    Optional<Terms> terms(Basis basis, Metric metric);
}
