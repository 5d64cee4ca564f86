"""The builder "Share and embed": what an editor pastes elsewhere to show a conference, a session or news there."""
