import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import type { Failure } from '../shared/failure/failure.ts';
import { windowErrors } from '../shared/failure/fault.ts';
import { placesInProgram } from '../shared/failure/places-in-program.ts';
import { vault } from './bridge.ts';
import { FailureNote } from './ui/failure.tsx';
import parts from './ui/page-parts.module.css';
import { shell } from './words/shell.ts';

interface Props {
  /** The address of the page: another one is tried afresh. */
  readonly at: string;
  readonly children: ReactNode;
}
interface State {
  readonly at: string;
  readonly failed: boolean;
  /** Null until the vault has noted it. */
  readonly failure: Failure | null;
}

/** A page that cannot be drawn takes itself away and no more: the window stays, and the fault is noted without a word of the page and shown by its reference. */
export class PageFault extends Component<Props, State> {
  override readonly state: State = { at: this.props.at, failed: false, failure: null };

  static getDerivedStateFromProps({ at }: Props, now: State): State | null {
    return at === now.at ? null : { at, failed: false, failure: null };
  }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  override componentDidCatch(thrown: unknown): void {
    const known = thrown instanceof Error ? windowErrors.find((name) => name === thrown.name) : undefined;
    // File and line: what stands before them is the name of a function.
    const frames = thrown instanceof Error ? placesInProgram(thrown.stack ?? '').flatMap((place) => /[\w.-]{1,40}:\d{1,7}$/.exec(place) ?? []) : [];
    void vault
      .ask('faults.tell', { error: known ?? 'Error', frames })
      .then((answer) => this.setState({ failure: answer.ok ? { code: 'unexpected', reference: answer.reply.reference } : answer.failure }));
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = <Button onClick={() => this.setState({ failed: false, failure: null })}>{shell.pageFault.again}</Button>;
    return (
      <>
        <div className={parts.head}>
          <h1 className={parts.headTitle}>{shell.pageFault.title}</h1>
          <p className={`${parts.headNote} ${parts.headSentence}`}>{shell.pageFault.note}</p>
        </div>
        <div className={parts.section}>{this.state.failure && <FailureNote failure={this.state.failure} actions={again} />}</div>
      </>
    );
  }
}
