package dev.certadvisor.slack;

import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names things by a digest, so that neither people nor messages can be read from the name. */
final class Ticket {

  private static final int BYTES = 16;

  private Ticket() {}

  /** The same for the same person and message. */
  static String of(Address.Message message, PersonId person) {
    return hash(
        String.join("/", message.workspace(), message.channel(), message.id(), person.user()));
  }

  /** 32 hexadecimal digits. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
