export function CharterScreen() {
  return null
}
