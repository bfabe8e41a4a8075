// A backup of many answers, as another device would have made it.

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

const checksum = (text) => {
  let crc = 0xffffffff;
  for (const byte of Buffer.from(text)) crc = CRC[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
};

/** The text of a backup file with `count` attempts at items of a deck. */
export function longBackup(deck, count) {
  const records = Array.from({ length: count }, (_, index) => {
    const id = { writer: "elsewhere", number: index + 1 };
    const event = {
      event: "attempt", deck: deck.id, session: null, item: deck.items[index % deck.items.length].id, response: null,
      outcome: "revealed", score: 0, sure: null, hinted: false, took_millis: 1000,
    };
    const key = `${id.writer}-${String(id.number).padStart(20, "0")}`;
    const json = JSON.stringify({ id, at_millis: 1_750_000_000_000 + index, event });
    return { key, text: `${checksum(`${key}\n${json}`)} ${json}` };
  });
  return JSON.stringify({ kind: "factdeck-backup", format: 1, records });
}
