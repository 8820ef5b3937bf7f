package app.lienzo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    @DisplayName("X12: a link that would end the request line is not asked, whether it names the host or not")
    void no_link_is_more_than_a_word_of_the_request_line() {
        for (var start : List.of("", "http://own.example", "https://own.example"))
            for (var path : List.of("/a b", "/a\r\nPOST /b", "/a\n", "/a\tb", "/caf\u00e9", "/a\u007f"))
                assertThat(asked(start + path)).as(start + path).isEmpty();
        assertThat(asked("http://own.example//elsewhere.example/")).isEmpty();
        assertThat(asked("https://other.example/a")).isEmpty();
        assertThat(asked("https://own.example/a?b=c#d", "/e")).containsExactly("/a?b=c", "/e");
    }

    @Test
    @DisplayName("X12: what is left out stays left out however it is written")
    void what_is_left_out_cannot_be_written_otherwise() {
        for (var path : List.of(
                "/console/conversations/1",
                "/console/%63onversations/1",
                "/console/%2563onversations/1",
                "/console/conversations%2f1",
                "/console//conversations/1",
                "/console;a=b/conversations/1",
                "/nowhere/../console/./conversations/1",
                "/nowhere/%2e%2e/sso/x",
                "/organization/people/%65xport?a=%0a",
                "/console?%73pace=1",
                "/sign-out%0a")) {
            assertThat(asked(path)).as(path).isEmpty();
            assertThat(asked("http://own.example" + path)).as(path).isEmpty();
        }
        assertThat(asked("/console/conversations", "/spaces/%zz", "/")).hasSize(3);
    }

    private static List<String> asked(String... links) {
        var addresses = new Addresses("own.example", 3);
        addresses.add(List.of(links));
        var asked = new ArrayList<String>();
        for (var next = addresses.next(); next != null; next = addresses.next()) asked.add(next);
        return asked;
    }
}
