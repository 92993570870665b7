"""Long work over a workspace, with progress and cancel."""
