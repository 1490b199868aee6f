package dev.certadvisor.playground;

import dev.certadvisor.playground.Call.Answer;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code views.*}: modals, at most three on top of each other, and App Homes. */
final class ViewMethods {

  private static final int STACK = 3;

  private final Workspace workspace;
  private final Tickets tickets;
  private final RandomGenerator random;

  ViewMethods(Workspace workspace, Tickets tickets, RandomGenerator random) {
    this.workspace = workspace;
    this.tickets = tickets;
    this.random = random;
  }

  Answer open(Call call) {
    return refused(call, "modal").orElseGet(() -> onTop(call, true));
  }

  Answer push(Call call) {
    return refused(call, "modal").orElseGet(() -> onTop(call, false));
  }

  private Answer onTop(Call call, boolean open) {
    return switch (tickets.redeem(call.text("trigger_id"))) {
      case Tickets.Redeemed.Refused(String error) -> Answer.error(error);
      case Tickets.Redeemed.For(String person, String conversation) -> {
        int depth = workspace.modals(person).size();
        if (depth >= STACK) {
          yield Answer.error("push_limit_reached");
        }
        if (!open && depth == 0) {
          yield Answer.error("not_found");
        }
        yield shown(stack(person, Elements.settledIn(body(call), conversation)));
      }
    };
  }

  /** Puts a modal on top of a person's stack. */
  View stack(String person, ObjectNode body) {
    List<View> open = workspace.modals(person);
    String id = "V0" + letters(2);
    View view =
        new View(
            id,
            person,
            hash(),
            open.isEmpty() ? "" : open.getLast().id(),
            open.isEmpty() ? id : open.getFirst().id(),
            identified(body));
    workspace.modals(
        person,
        stack -> {
          stack.add(view);
          return stack;
        });
    return view;
  }

  Answer update(Call call) {
    Optional<View> known =
        workspace.views().stream()
            .filter(view ->
                view.id().equals(call.text("view_id"))
                    || call.optional("external_id")
                        .equals(Optional.of(Json.text(view.body(), "external_id"))))
            .findFirst();
    if (known.isEmpty()) {
      return Answer.error("not_found");
    }
    if (call.has("hash") && !call.text("hash").equals(known.get().hash())) {
      return Answer.error("hash_conflict");
    }
    return refused(call, Json.text(known.get().body(), "type"))
        .orElseGet(() -> shown(redraw(known.get(), body(call))));
  }

  /** Draws a view anew in its place. */
  View redraw(View before, ObjectNode body) {
    View after = before.redrawn(identified(body), hash());
    if (Json.text(before.body(), "type").equals("home")) {
      workspace.home(after);
    } else {
      workspace.modals(
          before.person(),
          stack -> {
            stack.replaceAll(view -> view.id().equals(after.id()) ? after : view);
            return stack;
          });
    }
    return after;
  }

  Answer publish(Call call) {
    Optional<Person> person = workspace.roster().person(call.text("user_id"));
    if (person.isEmpty()) {
      return Answer.error("user_not_found");
    }
    Optional<Answer> refused = refused(call, "home");
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<View> before = workspace.home(person.get().id());
    if (before.isPresent() && call.has("hash") && !call.text("hash").equals(before.get().hash())) {
      return Answer.error("hash_conflict");
    }
    String id = before.map(View::id).orElseGet(() -> "V0" + letters(2));
    View view = new View(id, person.get().id(), hash(), "", id, identified(body(call)));
    workspace.home(view);
    return shown(view);
  }

  private static Optional<Answer> refused(Call call, String type) {
    if (!call.json("view").isObject()) {
      return Optional.of(Answer.error("invalid_arguments"));
    }
    List<Violation> violations = BlockRules.view(call.json("view"));
    if (violations.isEmpty() && !Json.text(call.json("view"), "type").equals(type)) {
      violations = List.of(new Violation("/view/type", "must be one of " + type));
    }
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(Answer.invalid("invalid_arguments", violations));
  }

  private static ObjectNode body(Call call) {
    return (ObjectNode) call.json("view");
  }

  private ObjectNode identified(ObjectNode body) {
    ObjectNode copy = body.deepCopy();
    if (copy.path("blocks") instanceof ArrayNode blocks) {
      Identities.give(blocks, random);
    }
    return copy;
  }

  private static Answer shown(View view) {
    ObjectNode body = Call.ok();
    body.set("view", Wire.view(view, Json.object()));
    return Answer.of(body);
  }

  private String hash() {
    return workspace.nextTs().substring(0, 10) + "." + letters(1);
  }

  private String letters(int groups) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < groups; i++) {
      id.append(Identities.letters(random).toUpperCase(java.util.Locale.ROOT));
    }
    return id.toString();
  }
}
