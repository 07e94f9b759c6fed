import { ActionIcon } from '@mantine/core'
import { switchLanguage, useLanguage } from '../ui/language.ts'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'

/** Russian or English, remembered in this browser. */
export function LanguageSwitch() {
  const t = useWords(appWords)
  const language = useLanguage()
  return (
    <ActionIcon
      aria-label={t('language')}
      title={t('language')}
      onClick={() => switchLanguage(language === 'ru' ? 'en' : 'ru')}
    >
      <span className="small">{t('languageShort')}</span>
    </ActionIcon>
  )
}
