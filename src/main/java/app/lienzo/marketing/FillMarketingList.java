package app.lienzo.marketing;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;

/// Finds whoever the events did not tell of: people who were there before there was a list.
@ApplicationScoped
class FillMarketingList implements Chore {
    private final MarketingList list;

    FillMarketingList(MarketingList list) {
        this.list = list;
    }

    @Override
    public String name() {
        return "fill-marketing-list";
    }

    @Override
    public void run() {
        list.fill();
    }
}
