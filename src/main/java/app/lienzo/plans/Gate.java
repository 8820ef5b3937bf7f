package app.lienzo.plans;

import app.lienzo.tenancy.Plan;

/// Something that not every plan of the platform has.
public enum Gate {
    /// FD-3: a contact who belongs to several companies.
    SEVERAL_COMPANIES(Plan.SUPER),
    /// FD-6: health, tier, renewal and industry of a company.
    COMPANY_STANDING(Plan.SUPER),
    /// SO-4: a new contact goes to the company that has the domain of its address.
    COMPANY_DOMAINS(Plan.ENTERPRISE);

    private final Plan least;

    Gate(Plan least) {
        this.least = least;
    }

    /// The smallest plan that has it.
    public Plan least() {
        return least;
    }
}
