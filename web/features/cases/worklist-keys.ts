import { useMemo } from 'react'
import { useWords } from '../../ui/words.ts'
import type { DialogCommand } from './commands/command-dialog.tsx'
import { worklistWords } from './worklist-words.ts'

const commands: Record<string, DialogCommand> = {
  KeyT: 'take',
  KeyA: 'assign',
  KeyG: 'set-topic',
  KeyN: 'qualify',
}

/** Keys of the list beyond moving, by the place of the key: the same in the Russian and the Latin layout. */
export function useWorklistKeys() {
  const t = useWords(worklistWords)
  return useMemo(
    () => ({
      commandOf: (code: string, shift: boolean) => (shift ? null : (commands[code] ?? null)),
      help: [
        { keys: ['J', 'K', '↓', '↑'], does: t('keyMove') },
        { keys: ['Home', 'End'], does: t('keyEnds') },
        { keys: ['Enter', 'O'], does: t('keyOpen') },
        { keys: ['T'], does: t('keyTake') },
        { keys: ['A'], does: t('keyAssign') },
        { keys: ['G'], does: t('keyTopic') },
        { keys: ['N'], does: t('keyNature') },
        { keys: ['R'], does: t('keyRefresh') },
        { keys: ['/'], does: t('keyFind') },
        { keys: ['?'], does: t('keyHelp') },
      ],
    }),
    [t],
  )
}
