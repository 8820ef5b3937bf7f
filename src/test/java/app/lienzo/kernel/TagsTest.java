package app.lienzo.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    @DisplayName("FD-2: tags are words in lower case, none twice, in the order they were typed")
    void tags_are_words() {
        assertThat(Tags.read(" VIP, #Facturación ;  muy   importante\nvip,,#"))
                .containsExactly("vip", "facturación", "muy importante");
        assertThat(Tags.read("")).isEmpty();
        assertThat(Tags.read("x".repeat(200)).getFirst()).hasSize(Tags.TAG_MAX);
        assertThat(Tags.read(List.of("a,b"))).as("one word of a program's").containsExactly("a b");
        assertThat(Tags.together(List.of("b", "a"), List.of("A", "c"))).containsExactly("b", "a", "c");
    }

    @Test
    @DisplayName("X02: invisible characters make no second tag, and too many are refused")
    void tags_are_bounded() {
        assertThat(Tags.read("vip,v\u200Bip,\u202Evip")).containsExactly("vip");
        var many = String.join(",", Collections.nCopies(Tags.TAGS_MAX, "x"));
        assertThat(Tags.read(many)).containsExactly("x");
        var different = new StringBuilder();
        for (int i = 0; i <= Tags.TAGS_MAX; i++) different.append("t").append(i).append(',');
        assertThatThrownBy(() -> Tags.read(different.toString()))
                .isInstanceOf(Refused.class)
                .hasMessage("tags-too-many");
    }
}
