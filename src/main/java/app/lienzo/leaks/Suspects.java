package app.lienzo.leaks;

import app.lienzo.branding.BrandService;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.Neighbours;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Who must not be named on the host of the organization at hand: the platform, what it is made of, and everybody
/// else, as far as their names are not also the organization's own or common words.
@ApplicationScoped
class Suspects {
    private final Scope scope;
    private final Sites sites;
    private final Neighbours neighbours;
    private final BrandService brands;
    private final SpaceService spaces;
    private final CommonWords common;
    private final LeakConfig config;

    Suspects(
            Scope scope,
            Sites sites,
            Neighbours neighbours,
            BrandService brands,
            SpaceService spaces,
            CommonWords common,
            LeakConfig config) {
        this.scope = scope;
        this.sites = sites;
        this.neighbours = neighbours;
        this.brands = brands;
        this.spaces = spaces;
        this.common = common;
        this.config = config;
    }

    /// @param host the organization's own, on which it is looked for
    Names on(String host) {
        var names = new Names();
        config.platformNames().forEach(name -> names.addAnywhere(name, FindingKind.PLATFORM, Severity.HIGH));
        config.frameworkNames().forEach(name -> names.addAnywhere(name, FindingKind.FRAMEWORK, Severity.LOW));
        var platform = sites.platformHost();
        // Under the platform's own name every link names it: that is what a host of one's own is for.
        if (platform.contains(".") && !sites.ours(host))
            names.addAnywhere(platform, FindingKind.PLATFORM, Severity.HIGH);
        var own = own(host);
        for (var other : neighbours.all(config.neighboursMax())) {
            names.addOrganization(
                    other.name(), Severity.MEDIUM, other.slug(), tokens -> common(tokens) || own(own, tokens));
            names.addOrganization(
                    other.slug(), Severity.MEDIUM, other.slug(), tokens -> common(tokens) || own(own, tokens));
            names.addOrganization(
                    other.slug() + "." + platform, Severity.HIGH, other.slug(), tokens -> own(own, tokens));
            for (var site : other.hosts())
                names.addOrganization(site, Severity.HIGH, other.slug(), tokens -> own(own, tokens));
        }
        return names;
    }

    private boolean common(List<String> tokens) {
        return common.all(tokens);
    }

    private List<List<String>> own(String host) {
        var organization = scope.organization();
        var own = new ArrayList<List<String>>();
        own.add(Names.tokens(organization.name()));
        own.add(Names.tokens(organization.slug()));
        own.add(Names.tokens(sites.platformName(organization)));
        own.add(Names.tokens(host));
        own.add(Names.tokens(brands.current().name()));
        for (var space : spaces.everywhere()) {
            own.add(Names.tokens(space.name()));
            own.add(Names.tokens(brands.ofSpace(space.id()).name()));
        }
        return own;
    }

    private static boolean own(List<List<String>> own, List<String> tokens) {
        return own.stream().anyMatch(mine -> Collections.indexOfSubList(mine, tokens) >= 0);
    }
}
