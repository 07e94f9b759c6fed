import { Checkbox, Select, TextInput } from '@mantine/core'
import type { CaseReference } from '../../../src/cases/contract.ts'
import type { Channel, Regime } from '../../../src/charter/vocabulary.ts'
import { CodeSelect } from '../../ui/code-select.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { caseWords } from './case-words.ts'
import { peopleOf } from './commands/assign-form.tsx'
import { commandWords } from './commands/command-words.ts'
import { PlaceFields } from './commands/place-form.tsx'
import { TopicSelect } from './commands/topic-select.tsx'
import { type CaseDraft, needsSubtype } from './new-case-draft.ts'
import { newCaseWords } from './new-case-words.ts'
import styles from './new-case.module.css'

type Props = { reference: CaseReference; draft: CaseDraft; onChange: (part: Partial<CaseDraft>) => void }

const regimes = ['message', 'appeal', 'information_request', 'media_request'] as const

/** Where it came from and when. */
export function SourceFields({ reference, draft, onChange }: Props) {
  const t = useWords(newCaseWords)
  const names = useWords(caseNames)
  return (
    <Section title={t('source')}>
      <div className={styles.grid}>
        <CodeSelect
          label={t('channel')}
          required
          withAsterisk
          clearable={false}
          autoFocus
          options={reference.channels.map((code) => ({ code, name: names(`channel.${code}`) }))}
          value={draft.channel}
          onChange={(channel) => onChange({ channel: channel as Channel | null })}
        />
        <TextInput
          type="datetime-local"
          label={t('receivedAt')}
          description={t('receivedAtHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.receivedAt}
          onChange={(event) => onChange({ receivedAt: event.currentTarget.value })}
        />
        <TextInput
          label={t('externalNumber')}
          maxLength={100}
          value={draft.externalNumber}
          onChange={(event) => onChange({ externalNumber: event.currentTarget.value })}
        />
      </div>
    </Section>
  )
}

/** Who wrote and how to reach them. */
export function ContactFields({ draft, onChange }: Props) {
  const t = useWords(newCaseWords)
  const field = (name: keyof CaseDraft['contacts'], type: string) => (
    <TextInput
      label={t(name)}
      type={type}
      // The browser's own memory of names and phones must not fill in another resident.
      autoComplete="off"
      maxLength={300}
      value={draft.contacts[name]}
      onChange={(event) => onChange({ contacts: { ...draft.contacts, [name]: event.currentTarget.value } })}
    />
  )
  return (
    <Section title={t('who')}>
      <p className="quiet small">{t('whoHint')}</p>
      <div className={styles.grid}>
        {field('name', 'text')}
        {field('phone', 'tel')}
        {field('email', 'email')}
        {field('address', 'text')}
      </div>
    </Section>
  )
}

/** Regime, topic, place and executor; what is not chosen, the machine proposes. */
export function AboutFields({ reference, draft, onChange }: Props) {
  const t = useWords(newCaseWords)
  const names = useWords(caseNames)
  const words = useWords(caseWords)
  const command = useWords(commandWords)
  const byChannel = draft.channel === null ? undefined : reference.regimeOfChannel[draft.channel]
  return (
    <>
      <Section title={t('what')} aside={<span className="small quiet">{t('byProposal')}</span>}>
        <div className={styles.grid}>
          <Select
            label={t('regime')}
            placeholder={byChannel === undefined ? t('regimeByChannel') : names(`regime.${byChannel}`)}
            clearable
            data={regimes.map((value) => ({ value, label: names(`regime.${value}`) }))}
            value={draft.regime}
            onChange={(regime) => onChange({ regime: regime as Regime | null, subtype: null })}
          />
          {needsSubtype(reference, draft) ? (
            <Select
              label={t('subtype')}
              required
              allowDeselect={false}
              data={reference.appealSubtypes.map((value) => ({ value, label: names(`subtype.${value}`) }))}
              value={draft.subtype ?? null}
              onChange={(subtype) => onChange({ subtype: subtype as CaseDraft['subtype'] })}
            />
          ) : null}
          <TopicSelect
            groups={reference.topicGroups}
            value={draft.topic}
            onChange={(topic) => onChange({ topic })}
          />
        </div>
        <Checkbox
          label={command('emergency')}
          checked={draft.emergency}
          onChange={(event) => onChange({ emergency: event.currentTarget.checked })}
        />
      </Section>
      <Section title={t('place')}>
        <div className={styles.grid}>
          <PlaceFields reference={reference} value={draft.place} onChange={(place) => onChange({ place })} />
        </div>
      </Section>
      <Section title={t('executor')}>
        <div className={styles.grid}>
          <CodeSelect
            label={words('organisation')}
            options={reference.organisations}
            value={draft.organisation}
            onChange={(organisation) => onChange({ organisation })}
          />
          <CodeSelect
            label={words('assignee')}
            options={peopleOf(reference)}
            value={draft.assigneeId}
            onChange={(assigneeId) => onChange({ assigneeId })}
          />
        </div>
      </Section>
    </>
  )
}
