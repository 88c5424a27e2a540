/** Dialogs of the system that are open. None of them can be closed by the program: they go with the person, or with the process (Electron has nothing for it; measured, Electron 33). */
export interface StandingDialogs {
  /** What the person chooses in `dialog`; `nothing` where the vault is locked before they do. */
  during<T>(dialog: Promise<T>, nothing: T): Promise<T>;
  /** Whoever waits for one waits no longer, and what is chosen in it comes to nobody. */
  letGo(): void;
  stand(): boolean;
}

export function standingDialogs(): StandingDialogs {
  const standing = new Set<() => void>();
  return {
    during(dialog, nothing) {
      return new Promise((resolve, reject) => {
        const leave = (): void => resolve(nothing);
        standing.add(leave);
        const gone = (): void => void standing.delete(leave);
        dialog.then(gone, gone);
        dialog.then(resolve, reject);
      });
    },
    letGo: () => standing.forEach((leave) => leave()),
    stand: () => standing.size > 0,
  };
}
