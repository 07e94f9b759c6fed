import { Link } from '@tanstack/react-router'
import { useWords } from '../ui/words.ts'
import { appWords } from './app-words.ts'
import { useCentre } from './centre-context.ts'
import { sections } from './sections.ts'
import styles from './shell.module.css'

/** Links to the sections that this person may open. */
export function SectionLinks(props: { titled: boolean }) {
  const t = useWords(appWords)
  const centre = useCentre()
  return (['work', 'centre'] as const).map((group) => {
    const open = sections.filter((section) => section.group === group && centre.may(...section.any))
    if (open.length === 0) return null
    return (
      <div key={group} role="group" aria-label={t(group)}>
        <p className={styles.groupTitle} aria-hidden>
          {t(group)}
        </p>
        {open.map((section) => {
          const Mark = section.icon
          return (
            <Link
              key={section.key}
              to={section.to}
              params={centre.params}
              className={styles.link}
              aria-label={t(section.key)}
              title={props.titled ? undefined : t(section.key)}
            >
              <Mark size={18} stroke={1.6} aria-hidden />
              <span className="clip">{t(section.key)}</span>
            </Link>
          )
        })}
      </div>
    )
  })
}
