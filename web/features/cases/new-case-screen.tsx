import { Button, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useBlocker, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { type CaseReference, registerCaseRoute } from '../../../src/cases/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ErrorNotice, ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { referenceQuery } from './case-queries.ts'
import { type CaseDraft, emptyDraft, missingOf, nearBodyOf, registerBodyOf } from './new-case-draft.ts'
import { AboutFields, ContactFields, SourceFields } from './new-case-fields.tsx'
import { newCaseWords } from './new-case-words.ts'
import styles from './new-case.module.css'
import { ProposalAside } from './proposal-aside.tsx'
import { NearAside, useNearCases } from './repeats/near-aside.tsx'
import { nearWords } from './repeats/near-words.ts'

/** «Новое обращение»: what came by telephone, on paper or at a reception is typed in here. */
export function NewCaseScreen() {
  const t = useWords(newCaseWords)
  const told = useWords(nearWords)
  const when = useWhen()
  const centre = useCentre()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const reference = useQuery(referenceQuery(centre.slug))
  const [draft, setDraft] = useState<CaseDraft>(emptyDraft)
  const textBox = useRef<HTMLTextAreaElement>(null)
  const another = useRef(false)
  const body = reference.data === undefined ? null : registerBodyOf(reference.data, draft, when)
  const near = useNearCases(body === null ? null : nearBodyOf(body))
  const found = near.data?.cases.length ?? 0
  const register = useMutation({
    mutationFn: (given: NonNullable<typeof body>) =>
      call(registerCaseRoute, { params: centre.params, body: given }),
    onSuccess: async (made, { into }) => {
      const { number } = made
      const message = into === undefined ? t('registered', { number }) : told('joined', { number })
      notifications.show({ message, color: 'green' })
      void queries.invalidateQueries({ queryKey: ['cases', centre.slug] })
      if (another.current && into === undefined) {
        setDraft({ ...emptyDraft, channel: draft.channel })
        textBox.current?.focus()
      } else {
        await navigate({
          to: '/$centre/cases/$id',
          params: { ...centre.params, id: into ?? made.id },
          ignoreBlocker: true,
        })
      }
    },
  })
  const unsaved = draft.text.trim() !== '' && !register.isSuccess
  const leaving = useBlocker({
    shouldBlockFn: () => unsaved,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  })
  const change = (part: Partial<CaseDraft>) => {
    if (register.isSuccess) register.reset()
    setDraft((before) => ({ ...before, ...part }))
  }
  const send = (more: boolean) => {
    another.current = more
    if (body !== null) register.mutate(body)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send(false)
  }
  if (reference.isError)
    return <ErrorState error={reference.error} onRetry={() => void reference.refetch()} />
  if (reference.data === undefined) return <LoadingState />
  const fields = { reference: reference.data, draft, onChange: change }
  return (
    <Page title={t('title')} aside={t('about')}>
      <div className={styles.layout}>
        <form className={styles.form} onSubmit={onSubmit}>
          <SourceFields {...fields} />
          <Section title={t('text')}>
            <Textarea
              ref={textBox}
              label={t('textLabel')}
              description={t('textHint')}
              required
              minRows={6}
              maxRows={18}
              maxLength={20_000}
              value={draft.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
            {found === 0 ? null : (
              <a className={styles.toNear} href="#near">
                {told('found', { count: found })}
              </a>
            )}
          </Section>
          <ContactFields {...fields} />
          <AboutFields {...fields} />
          <ErrorNotice error={register.error} />
          <div className={styles.finish}>
            <Button type="submit" loading={register.isPending} disabled={body === null}>
              {t('register')}
            </Button>
            <Button
              variant="default"
              disabled={body === null || register.isPending}
              onClick={() => send(true)}
            >
              {t('registerMore')}
            </Button>
            <StillMissing reference={reference.data} draft={draft} />
          </div>
        </form>
        <aside className={styles.aside}>
          <ProposalAside draft={draft} onTake={change} />
          <NearAside
            near={near}
            pending={register.isPending}
            error={register.error}
            onJoin={({ id: into }) => body !== null && register.mutate({ ...body, into })}
          />
        </aside>
      </div>
      <ConfirmDialog
        opened={leaving.status === 'blocked'}
        title={t('leaveTitle')}
        confirm={t('leave')}
        danger
        onConfirm={() => leaving.proceed?.()}
        onClose={() => leaving.reset?.()}
      >
        <p>{t('leaveText')}</p>
      </ConfirmDialog>
    </Page>
  )
}

/** What has to be filled in before the case can be registered. */
function StillMissing(props: { reference: CaseReference; draft: CaseDraft }) {
  const t = useWords(newCaseWords)
  const missing = missingOf(props.reference, props.draft)
  if (missing.length === 0) return null
  return (
    <p className="quiet small">
      {t('missing', { what: missing.map((key) => t(`missing.${key}`)).join(', ') })}
    </p>
  )
}
