package org.gongkai.prose;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The units that the catalogue gives to the indicators; what the forms do not list has the unit of its family. */
final class Units {
    private static final Map<String, String> OF_FAMILY = Map.of("channel", "条", "followers", "人");
    private static final String TEN_THOUSAND_YUAN = "万元";
    private static final String COUNT = "件";

    private Units() {}

    private static final class Holder {
        private static final Map<String, String> UNITS = read();
    }

    /** The unit of an indicator. */
    static String of(String indicator) {
        String family = indicator.substring(0, Math.max(0, indicator.indexOf('.')));
        return Holder.UNITS.getOrDefault(indicator, OF_FAMILY.getOrDefault(family, COUNT));
    }

    /** The amount of a claim in the unit of the catalogue: 元 become 万元 where the form counts in these. */
    static BigDecimal inCatalogueUnit(Claim claim) {
        boolean yuan = "元".equals(claim.unit()) && TEN_THOUSAND_YUAN.equals(of(claim.indicator()));
        return yuan ? claim.amount().movePointLeft(4) : claim.amount();
    }

    private static Map<String, String> read() {
        Map<String, String> units = new HashMap<>();
        for (Form form : Catalogue.get().forms()) {
            for (Form.Table table : form.tables()) {
                Catalogue.indicators(form, table).forEach(i -> units.putIfAbsent(i.code(), i.unit()));
            }
        }
        return units;
    }
}
