import { Anchor, Button, Group } from '@mantine/core'
import { IconFile, IconNote, IconPaperclip } from '@tabler/icons-react'
import { type CaseCard, readAttachment } from '../../../src/cases/contract.ts'
import type { CaseCommand } from '../../../src/cases/states.ts'
import { addressOf } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Section } from '../../ui/page.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'

/** What colleagues left beside the case: words and files. */
export function NotesSection(props: { card: CaseCard; onAct: (command: CaseCommand) => void }) {
  const t = useWords(caseWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const centre = useCentre()
  const { card } = props
  const may = (command: CaseCommand) =>
    card.allowed.some((verdict) => verdict.command === command && verdict.allowed)
  return (
    <Section
      title={t('notes')}
      aside={
        <Group gap={4}>
          {may('note') ? (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconNote size={15} stroke={1.7} aria-hidden />}
              onClick={() => props.onAct('note')}
            >
              {names('command.note')}
            </Button>
          ) : null}
          {may('attach') ? (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPaperclip size={15} stroke={1.7} aria-hidden />}
              onClick={() => props.onAct('attach')}
            >
              {names('command.attach')}
            </Button>
          ) : null}
        </Group>
      }
    >
      {card.notes.length + card.attachments.length === 0 ? <p className="quiet">{t('noNotes')}</p> : null}
      <ul className={styles.noteList}>
        {card.notes.map((note) => (
          <li key={note.id} className={styles.note}>
            <p className="received">{note.text ?? t('noteErased')}</p>
            <p className="small quiet">
              {note.author} · <span className="figures">{when.short(note.at)}</span>
            </p>
          </li>
        ))}
        {card.attachments.map((file) => (
          <li key={file.id} className={styles.headLine}>
            <IconFile size={16} stroke={1.5} aria-hidden />
            <Anchor
              size="sm"
              className="breakable"
              href={addressOf(readAttachment, { ...centre.params, id: card.id, attachment: file.id })}
              target="_blank"
              rel="noreferrer"
            >
              {file.name}
            </Anchor>
            <span className="small quiet">
              {t('size', { size: Math.max(1, Math.round(file.size / 1024)) })} · {file.addedBy} ·{' '}
              <span className="figures">{when.short(file.addedAt)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
