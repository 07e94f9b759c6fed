export type DraftFiles = Readonly<Record<string, string>>
export type FileState = 'same' | 'changed' | 'added' | 'removed'
/** Why a file was not taken. */
export type FileFault = { fault: 'badName' | 'tooLarge' | 'unreadable'; name: string }

const longest = 4_000_000

/** How every file of the draft stands to the edition in force, in the order of their names. */
export function statesOf(present: DraftFiles, draft: DraftFiles): { name: string; state: FileState }[] {
  const names = [...new Set([...Object.keys(present), ...Object.keys(draft)])].toSorted()
  return names.map((name) => ({ name, state: stateOf(present[name], draft[name]) }))
}

function stateOf(before: string | undefined, after: string | undefined): FileState {
  if (after === undefined) return 'removed'
  if (before === undefined) return 'added'
  return before === after ? 'same' : 'changed'
}

/** Reads dropped files as text; those that cannot be a part of a charter are told, not taken. */
export async function readDropped(
  files: readonly File[],
): Promise<{ taken: DraftFiles; faults: FileFault[] }> {
  const taken: Record<string, string> = {}
  const faults: FileFault[] = []
  for (const file of files) {
    const { name } = file
    if (!/^[a-zA-Z0-9-]+\.(yaml|json)$/.test(name)) faults.push({ fault: 'badName', name })
    else if (file.size > longest) faults.push({ fault: 'tooLarge', name })
    else {
      try {
        taken[name] = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
      } catch {
        faults.push({ fault: 'unreadable', name })
      }
    }
  }
  return { taken, faults }
}
