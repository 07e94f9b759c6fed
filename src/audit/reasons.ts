const email = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu
const phone =
  /(?<![\d-])(?:\+7|8|7)?[ \u00a0]?[(-]?\d{3}\)?[ \u00a0-]?\d{3}[ \u00a0-]?\d{2}[ \u00a0-]?\d{2}(?![\d-])/g

/** A reason or purpose typed by staff, without telephones and mail addresses. */
export function withoutContacts(text: string): string {
  return text.replace(email, '[почта]').replace(phone, '[телефон]')
}
