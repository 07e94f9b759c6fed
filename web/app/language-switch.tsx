import { ActionIcon } from '@mantine/core'
import { useLanguage } from '../ui/language.ts'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { useLanguageChoice } from './session.ts'

/** Russian or English; it follows the person. */
export function LanguageSwitch() {
  const t = useWords(appWords)
  const language = useLanguage()
  const choose = useLanguageChoice()
  return (
    <ActionIcon
      aria-label={t('language')}
      title={t('language')}
      onClick={() => choose(language === 'ru' ? 'en' : 'ru')}
    >
      <span className="small">{t('languageShort')}</span>
    </ActionIcon>
  )
}
