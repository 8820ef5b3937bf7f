package app.lienzo.partners;

import java.util.UUID;

/// An application as it was typed.
///
/// @param submission given out with the empty form: sent twice it is one application
/// @param slug the name wished for in `<slug>.<platform host>`
/// @param clients how many customers the company looks after
/// @param marketing whether marketing mail is wished for
public record NewApplication(
        UUID submission,
        String company,
        String person,
        String email,
        String phone,
        String country,
        String clients,
        String slug,
        String message,
        boolean terms,
        boolean marketing,
        String language) {}
