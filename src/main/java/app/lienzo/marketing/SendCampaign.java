package app.lienzo.marketing;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// A campaign's turn: to begin, or to go on for a while.
record SendCampaign(UUID campaign) implements Job {}
