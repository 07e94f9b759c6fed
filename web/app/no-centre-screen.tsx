import { Button } from '@mantine/core'
import { IconBuildingOff } from '@tabler/icons-react'
import { EmptyState } from '../ui/states.tsx'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { useSignOut } from './session.ts'

export function NoCentreScreen() {
  const t = useWords(appWords)
  const signOut = useSignOut()
  return (
    <main>
      <EmptyState title={t('noCentreTitle')} hint={t('noCentreHint')} icon={IconBuildingOff}>
        <Button variant="default" onClick={() => signOut.mutate(false)}>
          {t('signOut')}
        </Button>
      </EmptyState>
    </main>
  )
}
