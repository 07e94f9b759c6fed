export function InstallationScreen() {
  return null
}
