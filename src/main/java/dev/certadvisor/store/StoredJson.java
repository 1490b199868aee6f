package dev.certadvisor.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form in which records are kept. Closed sets carry the name of their case; a field that a
 * later version has dropped is skipped.
 */
final class StoredJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(Incoming.class, Named.class)
          .addMixIn(ConversationId.class, Named.class)
          .addMixIn(Act.class, Named.class)
          .addMixIn(Address.class, Named.class)
          .build();

  private StoredJson() {}

  static String write(Envelope envelope) {
    return MAPPER.writeValueAsString(envelope);
  }

  static String write(Address address) {
    return MAPPER.writerFor(Address.class).writeValueAsString(address);
  }

  static String write(Conversation conversation) {
    return MAPPER.writeValueAsString(conversation);
  }

  static Envelope envelope(String json) {
    return MAPPER.readValue(json, Envelope.class);
  }

  static Address address(String json) {
    return MAPPER.readValue(json, Address.class);
  }

  static Conversation conversation(String json) {
    return MAPPER.readValue(json, Conversation.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}
}
