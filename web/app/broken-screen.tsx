import { Anchor, Button } from '@mantine/core'
import { IconCompass, IconPlugConnectedX } from '@tabler/icons-react'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { CallError } from '../api.ts'
import { EmptyState, ErrorState } from '../ui/states.tsx'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'

/** Shown instead of a screen that could not be drawn; a refusal of the server is told in its own words. */
export function BrokenScreen({ error }: Pick<ErrorComponentProps, 'error'>) {
  const t = useWords(appWords)
  if (error instanceof CallError) return <ErrorState error={error} onRetry={() => location.reload()} />
  return (
    <EmptyState title={t('brokenTitle')} hint={t('brokenHint')} icon={IconPlugConnectedX}>
      <Button variant="default" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </EmptyState>
  )
}

export function NoPage() {
  const t = useWords(appWords)
  return (
    <EmptyState title={t('noPageTitle')} hint={t('noPageHint')} icon={IconCompass}>
      <Anchor href="/app/">{t('toStart')}</Anchor>
    </EmptyState>
  )
}
