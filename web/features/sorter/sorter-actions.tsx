import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconLetterCase } from '@tabler/icons-react'
import { useState } from 'react'
import { askTrainingRoute, goBackRoute, goLiveRoute, type SorterState } from '../../../src/sorter/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ActionItem, ActionPopover } from '../../ui/action-popover.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { tellError } from '../../ui/states.tsx'
import { kitWords } from '../../ui/kit-words.ts'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { isLearning, useSorterChange } from './sorter-queries.ts'
import { sorterWords } from './sorter-words.ts'
import { tellShare } from './tell-share.ts'

type Back = 'former' | 'keywords'

/** What may be done with the sorter by whoever manages it: train, put to work, go back. */
export function SorterActions({ state }: { state: SorterState }) {
  const t = useWords(sorterWords)
  const kit = useWords(kitWords)
  const { slug, params } = useCentre()
  const [goesLive, setGoesLive] = useState(false)
  const [back, setBack] = useState<Back | null>(null)
  const { candidate, live, former, history, rules } = state
  const say = (message: string) => notifications.show({ message, color: 'green' })
  const train = useSorterChange(
    slug,
    () => call(askTrainingRoute, { params }),
    () => say(t('asked')),
  )
  const isFew = history.labelled < rules.leastCases
  const mayGoLive = candidate !== null && candidate.isComparedWithPresent && candidate.shortfalls.length === 0
  const onTrain = () =>
    train.mutate(undefined, {
      onError: (error) => notifications.show({ message: tellError(error, kit).message, color: 'red' }),
    })
  return (
    <>
      {live !== null || former !== null ? <BackMenu state={state} onChoose={setBack} /> : null}
      <Button
        variant={mayGoLive ? 'default' : 'filled'}
        loading={train.isPending}
        disabled={isFew || isLearning(state)}
        title={isFew ? t('cannotTrain', { least: rules.leastCases }) : undefined}
        onClick={onTrain}
      >
        {t(state.models.length === 0 ? 'train' : 'trainAgain')}
      </Button>
      {mayGoLive ? <Button onClick={() => setGoesLive(true)}>{t('goLive')}</Button> : null}
      {goesLive && candidate !== null ? (
        <GoLiveDialog
          id={candidate.id}
          onDone={() => say(t('wentLive'))}
          onClose={() => setGoesLive(false)}
        />
      ) : null}
      {back === null ? null : (
        <GoBackDialog to={back} onDone={() => say(t('wentBack'))} onClose={() => setBack(null)} />
      )}
    </>
  )
}

function BackMenu(props: { state: SorterState; onChoose: (to: Back) => void }) {
  const t = useWords(sorterWords)
  const when = useWhen()
  const { live, former } = props.state
  return (
    <ActionPopover
      label={t('goBack')}
      target={(open, opened) => (
        <Button
          variant="default"
          aria-expanded={opened}
          leftSection={<IconArrowBackUp size={16} stroke={1.7} aria-hidden />}
          onClick={open}
        >
          {t('goBack')}
        </Button>
      )}
    >
      {former === null ? null : (
        <ActionItem icon={IconArrowBackUp} onClick={() => props.onChoose('former')}>
          {t('backToFormer')}
          <br />
          <span className="small quiet">
            {t('backToFormerHint', {
              at: when.short(former.learnedAt),
              share: tellShare(former.accuracy),
            })}
          </span>
        </ActionItem>
      )}
      {live === null ? null : (
        <ActionItem icon={IconLetterCase} onClick={() => props.onChoose('keywords')}>
          {t('backToKeywords')}
          <br />
          <span className="small quiet">{t('backToKeywordsHint')}</span>
        </ActionItem>
      )}
    </ActionPopover>
  )
}

function GoLiveDialog(props: { id: string; onDone: () => void; onClose: () => void }) {
  const t = useWords(sorterWords)
  const { slug, params } = useCentre()
  const change = useSorterChange(
    slug,
    () => call(goLiveRoute, { params: { ...params, id: props.id } }),
    () => {
      props.onDone()
      props.onClose()
    },
  )
  return (
    <ConfirmDialog
      opened
      title={t('goLive')}
      confirm={t('goLive')}
      pending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
      onClose={props.onClose}
    >
      <p>{t('goLiveText')}</p>
    </ConfirmDialog>
  )
}

function GoBackDialog(props: { to: Back; onDone: () => void; onClose: () => void }) {
  const t = useWords(sorterWords)
  const { slug, params } = useCentre()
  const change = useSorterChange(
    slug,
    () => call(goBackRoute, { params, body: { to: props.to } }),
    () => {
      props.onDone()
      props.onClose()
    },
  )
  const title = t(props.to === 'former' ? 'backToFormer' : 'backToKeywords')
  return (
    <ConfirmDialog
      opened
      title={title}
      confirm={t('goBack')}
      pending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
      onClose={props.onClose}
    >
      <p>{t(props.to === 'former' ? 'backText' : 'backKeywordsText')}</p>
    </ConfirmDialog>
  )
}
