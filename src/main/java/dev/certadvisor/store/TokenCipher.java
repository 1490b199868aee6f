package dev.certadvisor.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts tokens before they are stored, by AES-GCM with a fresh nonce for each. A text is bound
 * to the place where it is kept, so that one row's cannot be put into another. The key before the
 * current one is still read, so that keys can be changed.
 */
public final class TokenCipher {

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey current;
  private final Optional<SecretKey> previous;
  private final SecureRandom random = new SecureRandom();

  /**
   * A cipher.
   *
   * @param current of 256 bits; encrypts and decrypts
   * @param previous decrypts what an earlier run has left
   */
  public TokenCipher(SecretKey current, Optional<SecretKey> previous) {
    this.current = current;
    this.previous = previous;
  }

  /** Names the current key without giving it away. */
  String currentKey() {
    return id(current);
  }

  /**
   * Encrypts.
   *
   * @param place where it will be kept
   */
  String encrypt(String text, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, current, nonce, place);
      byte[] hidden = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + hidden.length).put(nonce).put(hidden).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /**
   * Decrypts.
   *
   * @param keyId names the key that it was encrypted with
   * @param place where it was kept
   * @throws UnreadableToken if the key is unknown, or the text was changed or moved
   */
  String decrypt(String hidden, String keyId, String place) {
    try {
      byte[] bytes = Base64.getDecoder().decode(hidden);
      byte[] nonce = new byte[NONCE_BYTES];
      ByteBuffer.wrap(bytes).get(nonce);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key(keyId), nonce, place);
      return new String(
          cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new UnreadableToken(e);
    }
  }

  private SecretKey key(String id) {
    if (id(current).equals(id)) {
      return current;
    }
    return previous
        .filter(key -> id(key).equals(id))
        .orElseThrow(() -> new IllegalArgumentException("unknown key"));
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static String id(SecretKey key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("key id".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(key.getEncoded()), 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Thrown where a token cannot be decrypted. */
  static final class UnreadableToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableToken(Throwable cause) {
      super("a stored token cannot be decrypted", cause);
    }
  }
}
