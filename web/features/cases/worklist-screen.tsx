export function WorklistScreen() {
  return null
}
