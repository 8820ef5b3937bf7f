package app.lienzo.secondfactor.web;

import java.util.List;

/// Recovery codes, the one time they are shown.
///
/// @param userName whose they are: stands above them on paper
/// @param next where it goes on
record ShownCodes(String userName, List<String> codes, String next) {}
