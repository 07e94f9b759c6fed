import { useMemo } from 'react'
import { useWords } from '../../ui/words.ts'
import type { DialogCommand } from './commands/command-dialog.tsx'
import { worklistWords } from './worklist-words.ts'

const commands: Record<string, DialogCommand> = {
  KeyT: 'take',
  KeyA: 'assign',
  KeyG: 'set-topic',
  KeyP: 'set-place',
  KeyN: 'qualify',
}

/** The command of a key, by its place on the keyboard: the same in the Russian and the Latin layout. */
export function commandOfKey(code: string, shift: boolean): DialogCommand | null {
  return shift ? null : (commands[code] ?? null)
}

/** All keys of the worklist with what they do. */
export function useKeysHelp(): { keys: string[]; does: string }[] {
  const t = useWords(worklistWords)
  return useMemo(
    () => [
      { keys: ['J', 'K', '↓', '↑'], does: t('keyMove') },
      { keys: ['Home', 'End'], does: t('keyEnds') },
      { keys: ['Enter', 'O'], does: t('keyOpen') },
      { keys: ['T'], does: t('keyTake') },
      { keys: ['A'], does: t('keyAssign') },
      { keys: ['G'], does: t('keyTopic') },
      { keys: ['P'], does: t('keyPlace') },
      { keys: ['N'], does: t('keyNature') },
      { keys: ['R'], does: t('keyRefresh') },
      { keys: ['/'], does: t('keyFind') },
      { keys: ['?'], does: t('keyHelp') },
    ],
    [t],
  )
}
